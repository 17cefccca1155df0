"""The settings of the site; whatever differs between machines comes from the environment."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.csp import CSP

from pragola.web.config.catalogue import compiled_catalogues
from pragola.web.config.database import database
from pragola.web.config.mailer import mailer
from pragola.web.config.secret_key import kept_secret_key

VAR = Path(os.environ.get("PRAGOLA_VAR", "var")).resolve()

SECRET_KEY = os.environ.get("PRAGOLA_SECRET_KEY") or kept_secret_key(VAR / "secret-key")
DEBUG = False
ADDRESS = os.environ.get("PRAGOLA_ADDRESS", "http://localhost:8000").rstrip("/")
# Tells every page of the workspace that its innovations are invented.
DEMONSTRATION = bool(os.environ.get("PRAGOLA_DEMONSTRATION"))
SECURE = ADDRESS.startswith("https://")
# How many proxies stand before the site; without one, nobody is believed about who they are.
PROXIES = int(os.environ.get("PRAGOLA_PROXIES", "0"))
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
ALLOWED_HOSTS = os.environ.get("PRAGOLA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "pragola.web.shared",
    "pragola.web.regions",
    "pragola.web.innovations",
    "pragola.web.evidence",
    "pragola.web.coaching",
    "pragola.web.targets",
    "pragola.web.review",
    "pragola.web.dashboards",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
]

AUTH_USER_MODEL = "regions.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/kerja/"
LOGOUT_REDIRECT_URL = "/"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}  # type: ignore[assignment]

ACCOUNT_ADAPTER = "pragola.web.regions.sign_in.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
# Whoever types a stranger's address sends no mail to it.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
ACCOUNT_CHANGE_EMAIL = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
# Five wrong passwords for an account, or ten a minute from one address, close the door for a while.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/10m/key"}

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Pragola"
# Keys work over http only on this very machine, where the demonstration and the tests run.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

_FORMS = "pragola.web.regions.forms.sign_in"
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.LoginForm",
    "reauthenticate": f"{_FORMS}.PasswordAgainForm",
    "reset_password": f"{_FORMS}.ForgottenForm",
    "reset_password_from_key": f"{_FORMS}.ForgottenKeyForm",
    "change_password": f"{_FORMS}.ChangePasswordForm",
    "set_password": f"{_FORMS}.FirstPasswordForm",
}
MFA_ADAPTER = "pragola.web.regions.sign_in.SecondStep"
MFA_FORMS = {
    "authenticate": f"{_FORMS}.SecondStepForm",
    "reauthenticate": f"{_FORMS}.SecondStepAgainForm",
    "activate_totp": f"{_FORMS}.NewAppForm",
    "add_webauthn": f"{_FORMS}.NewKeyForm",
    "edit_webauthn": f"{_FORMS}.KeyNameForm",
}

SOCIALACCOUNT_ADAPTER = "pragola.web.regions.sign_in.KnownOnly"
SOCIALACCOUNT_ONLY = False
OIDC = os.environ.get("PRAGOLA_OIDC_SERVER", "")
if OIDC:
    INSTALLED_APPS.append("allauth.socialaccount.providers.openid_connect")
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "instansi",
                    "name": os.environ.get("PRAGOLA_OIDC_NAME", "Akun instansi"),
                    "client_id": os.environ["PRAGOLA_OIDC_CLIENT"],
                    "secret": os.environ["PRAGOLA_OIDC_SECRET"],
                    "settings": {"server_url": OIDC},
                }
            ],
        }
    }

MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pragola.web.shared.kept.TextsAreKeptMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pragola.web.shared.language.ChosenLanguageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pragola.web.shared.reloads.ReloadsComeBackMiddleware",
]

# Maps show degrees only, unless there is a tile server: https://peta.contoh.go.id/{z}/{x}/{y}.png
TILES = os.environ.get("PRAGOLA_TILES", "")
TILES_CREDIT = os.environ.get("PRAGOLA_TILES_CREDIT", "")
_TILES_AT = urlsplit(TILES.replace("{s}", "*"))
_TILES_FROM = [f"{_TILES_AT.scheme}://{_TILES_AT.netloc}"] if TILES else []

# A form that leads to the government's own sign-in is sent on to another server.
_OIDC_AT = urlsplit(OIDC)
_SIGN_IN_AT = [f"{_OIDC_AT.scheme}://{_OIDC_AT.netloc}"] if OIDC else []

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", *_TILES_FROM],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF, *_SIGN_IN_AT],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}

# Without a mail server, mails lie in a folder where they can be read.
MAILERS = {"default": mailer(os.environ, VAR / "mail")}
DEFAULT_FROM_EMAIL = os.environ.get("PRAGOLA_MAIL_FROM", "pragola@localhost")

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
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pragola.web.shared.frame.frame",
            ],
        },
    },
]

DATABASES = {"default": database(os.environ.get("PRAGOLA_DATABASE", ""), VAR / "database.sqlite3")}

# Sessions are rows, so that people see and end them; reading a page as a visitor makes none.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "pragola.web.shared.views.csrf_failure"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0
CSRF_TRUSTED_ORIGINS = [ADDRESS] if SECURE else []

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    },
}

UPLOADS = VAR / "uploads"
ARRIVALS = VAR / "arrivals"
RENDITIONS = VAR / "renditions"
EVIDENCE_MEGABYTES = {
    "document": int(os.environ.get("PRAGOLA_DOCUMENT_MEGABYTES", "50")),
    "picture": int(os.environ.get("PRAGOLA_PICTURE_MEGABYTES", "20")),
    "video": int(os.environ.get("PRAGOLA_VIDEO_MEGABYTES", "500")),
}
# Seconds for which a request itself looks for a plan, so that reading and showing it fit into one
# second; what takes longer is left to the worker.
PLAN_AT_ONCE = 0.6
# Links as evidence are asked whether they open only where the administrator wants it.
ASK_LINKS = os.environ.get("PRAGOLA_ASK_LINKS") == "1"
# Workbooks of visitors that wait to be read; each is gone once it was.
MOST_WAITING_UPLOADS = int(os.environ.get("PRAGOLA_WAITING_UPLOADS", "50"))
MOST_UNFINISHED_FILES = int(os.environ.get("PRAGOLA_UNFINISHED_FILES", "60"))
MOST_UNFINISHED_MEGABYTES = int(os.environ.get("PRAGOLA_UNFINISHED_MEGABYTES", "2000"))
FILE_UPLOAD_HANDLERS = ["pragola.web.regions.limits.LimitedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1

_roots = os.environ.get("PRAGOLA_ROOTS", "")
SIGNATURE_ROOTS = Path(_roots) if _roots else None
_speech = os.environ.get("PRAGOLA_SPEECH_MODEL", "")
SPEECH_MODEL = Path(_speech) if _speech else None

CELERY_BROKER_URL = os.environ.get("PRAGOLA_BROKER", "filesystem://")
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {
        "data_folder_in": str(VAR / "queue"),
        "data_folder_out": str(VAR / "queue"),
        "control_folder": str(VAR / "queue-control"),
    }
    if CELERY_BROKER_URL.startswith("filesystem:")
    else {}
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 180
CELERY_TASK_ROUTES = {
    "evidence.inspect": {"queue": "inspection"},
    "targets.calculate": {"queue": "planning"},
}
CELERY_TIMEZONE = "Asia/Jakarta"
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "regions.sweep_uploads", "schedule": 10},
    "sweep-arrivals": {"task": "evidence.sweep_arrivals", "schedule": 30},
    # A worker that is busy finds one such message, not a heap of them.
    "inspect": {"task": "evidence.inspect", "schedule": 5, "options": {"expires": 5}},
    "sweep-renderings": {"task": "evidence.sweep_renderings", "schedule": 60},
    "sweep-inspections": {"task": "evidence.sweep_inspections", "schedule": 60},
    "liken": {"task": "evidence.liken", "schedule": 5, "options": {"expires": 5}},
    "sweep-likeness": {"task": "evidence.sweep_likeness", "schedule": 60},
    "fill-queues": {"task": "review.fill_queues", "schedule": 30},
    "ask-links": {"task": "evidence.ask_links", "schedule": 60},
    "calculate": {"task": "targets.calculate", "schedule": 5, "options": {"expires": 5}},
    "note-days": {"task": "targets.note_days", "schedule": 900},
    "sweep-plans": {"task": "targets.sweep_calculations", "schedule": 60},
    "send-mails": {"task": "shared.send_mails", "schedule": 60},
    "tell-moves": {"task": "innovations.tell_moves", "schedule": 60},
    "tell-objections": {"task": "review.tell_objections", "schedule": 60},
    "remind": {"task": "innovations.remind", "schedule": 600},
    "remind-agreements": {"task": "coaching.remind", "schedule": 600},
}

LANGUAGE_CODE = "id"
LOCALE_PATHS = [
    compiled_catalogues(folder, VAR / "locale")
    for folder in sorted(Path(__file__).parents[1].glob("**/locale"))
]
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "evidence": {
        "BACKEND": "pragola.web.evidence.store.ContentStore",
        "OPTIONS": {"location": VAR / "evidence", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
