"""Settings, every value from the environment; docs/settings.md lists them all."""

from pathlib import Path

from reknit.site import env

DATA = Path(env.text("REKNIT_DATA", "var")).absolute()
HTTPS = env.flag("HTTPS", default=False)
DEBUG = False

SECRET_KEY = env.secret("SECRET_KEY", keep=DATA / "secret")
SECRET_KEY_FALLBACKS = [key for key in env.text("SECRET_KEY_FALLBACKS").split(",") if key]
ALLOWED_HOSTS = [host for host in env.text("ALLOWED_HOSTS", "localhost,127.0.0.1").split(",") if host]
DATABASES = {"default": env.database(env.text("DATABASE_URL", f"sqlite:///{DATA}/reknit.sqlite3"))}

# Who runs this server, as the people on it read it; and whether strangers may sign up.
OPERATOR = env.text("OPERATOR")
OPERATOR_ACCOUNT = env.text("OPERATOR_ACCOUNT")
SIGNUP = env.one_of("SIGNUP", "invited", "invited", "open", "closed")
# Where the way out of every page leads: a page that is about nothing, and the same for everyone.
AWAY = env.text("AWAY", "https://www.bbc.co.uk/weather")
# The living example is another database file; it is served only where this is on.
EXAMPLE = env.flag("EXAMPLE", default=False)
EXAMPLE_FILE = DATA / "example.sqlite3"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "csp",
    "reknit.web",
    "reknit.people",
    "reknit.spaces",
    "reknit.ledger",
    "reknit.vault",
    "reknit.rooms.belonging",
    "reknit.rooms.care",
    "reknit.rooms.promises",
    "reknit.rooms.cracks",
    "reknit.rooms.moments",
    "reknit.rooms.checkins",
    "reknit.rooms.fairness",
    "reknit.rooms.paths",
    "reknit.rooms.alone",
    "reknit.rooms.lookback",
    "reknit.rooms.history",
    "reknit.rooms.repair",
    "reknit.rooms.own",
    "reknit.rooms.mine",
    "reknit.today",
    "reknit.picture",
    "reknit.site",
]
MIDDLEWARE = [
    "reknit.site.middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "reknit.site.middleware.FetchMetadata",
    "reknit.site.health.Health",
    "reknit.site.middleware.OwnName",
    "reknit.site.middleware.Story",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "reknit.people.middleware.SignedIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "reknit.site.middleware.Viewing",
    "reknit.picture.middleware.Keeping",
]
ROOT_URLCONF = "reknit.site.urls"
WSGI_APPLICATION = "reknit.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "reknit.site.frame.frame",
            ]
        },
    }
]
FORM_RENDERER = "reknit.web.forms.Renderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# What a guess at a wrapped key costs: Argon2id passes, bytes of memory. Kept beside each salt, so it can rise.
KEY_COST = (3, 64 * 1024 * 1024)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "reknit.people.passwords.NotOfThisPlace"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
]
# Asked last, of somebody who has shown who they are: the answer tells what only they may know.
LAST_PASSWORD_VALIDATORS = [{"NAME": "reknit.vault.passwords.NotThePassphrase"}]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "front"

ACCOUNT_ADAPTER = "reknit.people.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_USERNAME_MIN_LENGTH = 1
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
ACCOUNT_PREVENT_ENUMERATION = True
# Tries at a password or a code are counted in people/throttle.py; allauth counts only how often someone signs up.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": None,
    "reauthenticate": None,
    "signup": "30/m/ip",
}
# The second step of a sign-in. It comes after the password and never in its place, and no browser is let off it.
MFA_ADAPTER = "reknit.people.adapter.Secrets"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = MFA_PASSKEY_SIGNUP_ENABLED = MFA_TRUST_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "discouraged"
MFA_RECOVERY_CODE_DIGITS = 12
ACCOUNT_LOGIN_TIMEOUT = 300
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("PROXIES", 0)

# Cookies. The __Host- names need TLS; plain http serves only this computer.
SESSION_COOKIE_NAME = "__Host-s" if HTTPS else "s"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
KEY_COOKIE_NAME = "__Host-k" if HTTPS else "k"
DEVICE_COOKIE_NAME = "__Host-d" if HTTPS else "d"
CODE_COOKIE_NAME = "__Host-j" if HTTPS else "j"
PRIVATE_COOKIE_NAME = "__Host-p" if HTTPS else "p"
STORY_COOKIE_NAME = "__Host-e" if HTTPS else "e"
STORY_COOKIES = {
    SESSION_COOKIE_NAME: f"{STORY_COOKIE_NAME}s",
    KEY_COOKIE_NAME: f"{STORY_COOKIE_NAME}k",
    PRIVATE_COOKIE_NAME: f"{STORY_COOKIE_NAME}p",
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_FAILURE_VIEW = "reknit.site.errors.stale_form"

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^health$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
# Being on the browsers' own lists binds a whole domain for years: its owner decides that, not we.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Not "no-referrer": with it browsers send `Origin: null` with every form, which the check of forms must refuse.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Nothing readable leaves the process: no error mail, no locals, no POST.
ADMINS: list[tuple[str, str]] = []
DEFAULT_EXCEPTION_REPORTER = "reknit.site.errors.Silent"
DEFAULT_EXCEPTION_REPORTER_FILTER = "reknit.site.errors.Nothing"
# Mail is for one thing: the link somebody asked for, to set a new password. Without a server for it there is none.
EMAIL_HOST, EMAIL_PORT = env.text("EMAIL_HOST"), env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env.text("EMAIL_USER"), env.text("EMAIL_PASSWORD")
EMAIL_TLS = env.one_of("EMAIL_TLS", "starttls", "starttls", "tls", "off")
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_TLS == "starttls", EMAIL_TLS == "tls"
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM")
EMAIL_TIMEOUT = 20
EMAIL_SUBJECT_PREFIX = ""
MAIL = bool(EMAIL_HOST)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL else 'dummy'}.EmailBackend"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"lines": {"()": "reknit.site.logs.Lines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {name: {"handlers": [], "level": "WARNING", "propagate": True} for name in ("django", "reknit")},
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [Path(__file__).parent.parent / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(DATA / "static"))).absolute()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "reknit.web.bundles.Storage"},
}
WHITENOISE_MAX_AGE = 31_536_000
WHITENOISE_ALLOW_ALL_ORIGINS = False
