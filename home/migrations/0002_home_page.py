"""The home page of a new database, in place of Wagtail's "Welcome" page."""

from typing import Any

from django.db import migrations


def create(apps: Any, schema_editor: Any) -> None:
    """Put our home page where Wagtail's own migrations put theirs."""
    content_type_model = apps.get_model("contenttypes.ContentType")
    page_model = apps.get_model("wagtailcore.Page")
    site_model = apps.get_model("wagtailcore.Site")
    home_model = apps.get_model("home.HomePage")
    locale_model = apps.get_model("wagtailcore.Locale")

    # Wagtail's "Welcome" page, and the site that it takes away with it.
    page_model.objects.filter(depth=2, slug="home").delete()
    content_type, _created = content_type_model.objects.get_or_create(
        app_label="home", model="homepage"
    )
    home = home_model.objects.create(
        title="Co-production in London",
        draft_title="Co-production in London",
        slug="home",
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=locale_model.objects.first(),
    )
    page_model.objects.filter(depth=1).update(numchild=1)
    site_model.objects.create(
        hostname="localhost",
        port=80,
        site_name="Co-production working group",
        root_page=home,
        is_default_site=True,
    )


def remove(apps: Any, schema_editor: Any) -> None:
    """Take it away again."""
    apps.get_model("home.HomePage").objects.filter(slug="home", depth=2).delete()


class Migration(migrations.Migration):
    """A home page from the start."""

    dependencies = [("home", "0001_initial")]

    operations = [migrations.RunPython(create, remove)]
