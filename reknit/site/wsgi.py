"""The application, for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from reknit.site import database, hygiene

hygiene.keep_memory_in()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reknit.site.settings")
application = get_wsgi_application()
database.pool()
