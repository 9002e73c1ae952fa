import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def known_so_far(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Until now keys were wrapped for whatever half a person had."""
    halves = dict(apps.get_model("people", "KeyRing").objects.values_list("person_id", "public"))
    member = apps.get_model("spaces", "Member")
    for seat in member.objects.filter(person__isnull=False).iterator():
        member.objects.filter(pk=seat.pk).update(public=halves[seat.person_id])


class Migration(migrations.Migration):
    dependencies = [("spaces", "0001_begin"), ("people", "0002_coming_back")]

    operations = [
        migrations.AddField("member", "public", models.BinaryField(default=b"", max_length=32)),
        migrations.CreateModel(
            name="Return",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("half", models.BinaryField(max_length=32)),
                ("on", models.DateField()),
                (
                    "seat",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="spaces.member"
                    ),
                ),
            ],
        ),
        migrations.RunPython(known_so_far, migrations.RunPython.noop),
    ]
