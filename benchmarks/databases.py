"""The databases that are measured: one for each size, made once and kept in a folder."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(os.environ.get("BENCH_DIR", ROOT / "var" / "bench"))
POSTGRES = os.environ.get("BENCH_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
SEED = 2016


def environment(url: str) -> dict[str, str]:
    """The settings of a process that measures or fills the database at `url`."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "coprod_site.settings.dev",
        "MEDIA_ROOT": str(FOLDER / "media"),
        "PYTHONPATH": str(ROOT),
        "PAGE_CACHE": "false",
    }


def manage(url: str, *command: object) -> None:
    """Run a command of the site on the database at `url`."""
    subprocess.run(  # noqa: S603  our own commands
        [sys.executable, "manage.py", *map(str, command)],
        cwd=ROOT,
        env=environment(url),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def postgres_answers() -> bool:
    """Whether there is a PostgreSQL to measure."""
    import psycopg

    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def prepared(engine: str, size: int) -> str:
    """The address of the database with `size` case studies, filled if need be."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    url = sqlite_url(size) if engine == "sqlite" else postgres_url(size)
    have = case_studies_in(engine, size)
    if have < size:
        print(f"{engine}: making {size - have} case studies …", file=sys.stderr, flush=True)
        manage(url, "migrate", "-v0")
        manage(url, "setup_site", "-v0")
        manage(url, "generate_case_studies", size - have, "--seed", SEED)
        manage(url, "check_page_tree")
    return url


def sqlite_url(size: int) -> str:
    """The address of an SQLite file."""
    return f"sqlite:///{FOLDER / f'sqlite-{size}.sqlite3'}"


def postgres_url(size: int) -> str:
    """The address of a PostgreSQL database of ours."""
    return re.sub(r"/[^/]*$", f"/coprod_bench_{size}", POSTGRES)


def case_studies_in(engine: str, size: int) -> int:
    """How many case studies there are already; an empty database is made for none."""
    count = "SELECT count(*) FROM coprod_pages_casestudypage"
    if engine == "sqlite":
        path = FOLDER / f"sqlite-{size}.sqlite3"
        if not path.exists():
            return 0
        try:
            return sqlite3.connect(path).execute(count).fetchone()[0]
        except sqlite3.OperationalError:
            return 0
    import psycopg

    name = f"coprod_bench_{size}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        there = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not there:
            server.execute(f"CREATE DATABASE {name}")
    with psycopg.connect(postgres_url(size)) as server:
        try:
            return server.execute(count).fetchone()[0]
        except psycopg.errors.UndefinedTable:
            return 0
