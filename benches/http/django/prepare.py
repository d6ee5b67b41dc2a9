# SPDX-License-Identifier: Apache-2.0 OR MIT
"""A Django admin in one file over the same rows; prints the cookie of a signed-in administrator."""

import os
import sqlite3
import sys

from django.conf import settings

HERE = os.path.dirname(os.path.abspath(__file__))
settings.configure(
    SECRET_KEY="only-for-measuring",
    ALLOWED_HOSTS=["*"],
    DEBUG=False,
    ROOT_URLCONF="prepare",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(HERE, "django.db")}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=[
        "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes",
        "django.contrib.sessions", "django.contrib.messages", "django.contrib.staticfiles", "prepare",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ]},
    }],
    STATIC_URL="static/",
)
if __name__ == "__main__":
    sys.modules["prepare"] = sys.modules["__main__"]

import django  # noqa: E402
from django.apps import AppConfig, apps  # noqa: E402


class PrepareConfig(AppConfig):
    name = "prepare"
    path = HERE


settings.INSTALLED_APPS[-1] = "prepare.PrepareConfig"
django.setup()

from django.contrib import admin  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.urls import path  # noqa: E402


class Person(models.Model):
    id = models.CharField(primary_key=True, max_length=36)
    name = models.CharField(max_length=200, db_index=True)
    home_district = models.CharField(max_length=10, null=True)

    class Meta:
        app_label = "prepare"

    def __str__(self):
        return self.name


class Stay(models.Model):
    id = models.CharField(primary_key=True, max_length=36)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    kind = models.CharField(max_length=20, choices=[("convict", "convict"), ("client", "client")], db_index=True)
    register = models.CharField(max_length=40, null=True)
    ended_on = models.DateField(null=True, db_index=True)

    class Meta:
        app_label = "prepare"


class StayAdmin(admin.ModelAdmin):
    list_display = ["person", "kind", "register", "home", "ended_on"]
    list_filter = ["kind", ("ended_on", admin.EmptyFieldListFilter)]
    list_select_related = ["person"]
    search_fields = ["person__name", "register"]
    ordering = ["person__name"]
    list_per_page = 50

    def home(self, stay):
        return stay.person.home_district


admin.site.register(Stay, StayAdmin)
urlpatterns = [path("admin/", admin.site.urls)]

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()


def fill(source):
    """Makes the tables and takes the rows over."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        for model in (Person, Stay):
            editor.create_model(model)
    rows = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    people = rows.execute("SELECT lower(hex(id)), name, home_district FROM person")
    Person.objects.bulk_create([Person(id=i, name=n, home_district=h) for i, n, h in people], batch_size=1000)
    stays = rows.execute("SELECT lower(hex(id)), lower(hex(person_id)), kind, register, ended_on FROM episode")
    Stay.objects.bulk_create(
        [Stay(id=i, person_id=p, kind=k, register=r, ended_on=e) for i, p, k, r, e in stays], batch_size=1000)


def cookie():
    """A signed-in administrator."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    user, _ = User.objects.get_or_create(username="admin", is_staff=True, is_superuser=True)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


if __name__ == "__main__":
    if not os.path.exists(os.path.join(HERE, "filled")):
        fill(sys.argv[1])
        open(os.path.join(HERE, "filled"), "w").close()
    print(cookie())
