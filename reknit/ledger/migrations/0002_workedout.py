from django.conf import settings
from django.db import migrations, models

from reknit.ledger import triggers


def lay(apps, schema_editor):
    triggers.lay(schema_editor)


class Migration(migrations.Migration):

    dependencies = [
        ("spaces", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("ledger", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkedOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.PositiveIntegerField()),
                ("body", models.BinaryField()),
                ("person", models.ForeignKey(on_delete=models.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("space", models.ForeignKey(on_delete=models.CASCADE, related_name="+", to="spaces.space")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["space", "person"], name="one_worked_out_each")],
            },
        ),
        migrations.RunPython(lay, migrations.RunPython.noop, elidable=False),
    ]
