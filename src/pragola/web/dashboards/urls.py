"""Addresses of the dashboards."""

from django.urls import path

from pragola.web.dashboards.views import assessment as views
from pragola.web.dashboards.views import coordination, reminding, workspace

urlpatterns = [
    path("kerja/", workspace.workspace, name="workspace"),
    path("kerja/unit/<int:unit_id>/", workspace.unit_workspace, name="unit_workspace"),
    path("kerja/penilaian/<int:assessment_id>/", coordination.coordination, name="coordination"),
    path("kerja/penilaian/<int:assessment_id>/ingatkan/", reminding.remind, name="remind"),
    path("", views.start, name="start"),
    path("penilaian/<str:subject>/", views.assessment, name="assessment"),
    path(
        "penilaian/<str:subject>/inovasi/<str:innovation_id>/", views.innovation, name="innovation"
    ),
    path("penilaian/<str:subject>/penjelasan/<path:key>", views.explanation, name="explanation"),
    path("pedoman/", views.editions, name="editions"),
    path("pedoman/<str:code>/", views.edition, name="edition"),
    path("pedoman/<str:code>/<str:indicator_code>/", views.indicator, name="indicator"),
]
