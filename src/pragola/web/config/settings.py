"""The settings of the site; whatever differs between machines comes from the environment."""

import os
from pathlib import Path

from django.utils.csp import CSP

from pragola.web.config.secret_key import kept_secret_key

VAR = Path(os.environ.get("PRAGOLA_VAR", "var")).resolve()

SECRET_KEY = os.environ.get("PRAGOLA_SECRET_KEY") or kept_secret_key(VAR / "secret-key")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("PRAGOLA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "pragola.web.shared",
    "pragola.web.dashboards",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "pragola.web.shared.language.ChosenLanguageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}

ROOT_URLCONF = "pragola.web.config.urls"
WSGI_APPLICATION = "pragola.web.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "pragola.web.shared.frame.frame",
            ],
        },
    },
]

DATABASES: dict[str, dict[str, str]] = {}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
