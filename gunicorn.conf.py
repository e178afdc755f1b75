"""How gunicorn serves the site: `gunicorn` alone in this folder, or from elsewhere
with `--config` and this file's path.
"""

import os
from pathlib import Path

_root = Path(__file__).resolve().parent

chdir = str(_root)
pythonpath = str(_root / "site")
wsgi_app = "config.wsgi"

bind = os.environ.get("BIND", "127.0.0.1:8000")
# Gunicorn itself takes the number of processes from WEB_CONCURRENCY.
threads = 4

# No access log: it would keep visitors' addresses and what they read.
accesslog = None

# A service's user may have no home, where gunicorn would put its control socket.
control_socket_disable = True
