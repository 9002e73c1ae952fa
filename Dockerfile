# Reknit in a container: one process, nobody in particular as its user, one volume for all it keeps.
FROM python:3.12-slim AS built
WORKDIR /build
RUN python -m venv /opt/reknit
COPY requirements.lock .
RUN /opt/reknit/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY reknit reknit
RUN /opt/reknit/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation .

FROM python:3.12-slim
# pg_dump and pg_restore, for backups of PostgreSQL.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin reknit \
    && install -d -m 0700 -o reknit -g reknit /data
COPY --from=built /opt/reknit /opt/reknit
ENV PATH=/opt/reknit/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 REKNIT_DATA=/data
USER reknit
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
ENTRYPOINT ["reknit"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
