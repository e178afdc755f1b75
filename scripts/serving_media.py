"""The site with its uploads, which a web server in front of it serves otherwise.

For measurements on one machine: `gunicorn scripts.serving_media:application`.
"""

from django.conf import settings
from whitenoise import WhiteNoise

from config.wsgi import application as site

application = WhiteNoise(site, root=settings.MEDIA_ROOT, prefix="media/", autorefresh=True)
