from uuid import uuid4

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("spaces", "0002_returning")]

    operations = [
        migrations.CreateModel(
            name="Readiness",
            fields=[
                ("id", models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False)),
                ("about", models.UUIDField()),
                ("epoch", models.PositiveIntegerField()),
                ("box", models.BinaryField()),
                ("token", models.BinaryField(max_length=32)),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="spaces.member"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="spaces.space"),
                ),
            ],
            options={
                "constraints": (models.UniqueConstraint(fields=["about", "seat"], name="one_answer_each"),),
            },
        ),
    ]
