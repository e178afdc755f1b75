"""A machine that lacks something is told what to install."""

import json
from pathlib import Path

import pytest

from tests import programs


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "POSTGRESQL_FOLDERS", ())
    monkeypatch.setattr(programs, "CHROMIUM_PATHS", ())
    monkeypatch.setattr(programs, "SBIN", str(tmp_path))
    monkeypatch.setattr(programs, "NGINX_BROTLI", tmp_path / "brotli_static.so")
    monkeypatch.setattr(programs, "EXTERNAL", tmp_path)
    (tmp_path / "package-lock.json").write_text("{}")
    return tmp_path


@pytest.mark.usefixtures("bare_machine")
def test_what_is_missing_is_named_with_how_to_install_it():
    with pytest.raises(programs.MissingProgram, match="brew install postgresql@16"):
        programs.postgresql()
    with pytest.raises(programs.MissingProgram, match="apt-get install chromium"):
        programs.chromium()
    with pytest.raises(programs.MissingProgram, match="brew install lynx"):
        programs.lynx()
    with pytest.raises(programs.MissingProgram, match="brew install node"):
        programs.node()
    with pytest.raises(programs.MissingProgram, match="apt-get install npm"):
        programs.npm()
    with pytest.raises(programs.MissingProgram, match="apt-get install nginx"):
        programs.nginx()
    with pytest.raises(programs.MissingProgram, match="brew install redis"):
        programs.redis_server()
    with pytest.raises(programs.MissingProgram, match=r"python -m tests\.programs"):
        programs.readers()


def test_nginx_s_module_for_brotli_is_asked_for_where_there_is_a_package(bare_machine):
    assert programs.nginx_brotli() is None
    (bare_machine / "apt-get").touch(mode=0o755)
    with pytest.raises(programs.MissingProgram, match="libnginx-mod-http-brotli-static"):
        programs.nginx_brotli()


@pytest.mark.usefixtures("bare_machine")
def test_where_nothing_can_be_installed_it_stops_with_a_sentence_for_each():
    with pytest.raises(SystemExit) as stop:
        programs.main()
    # Only Debian has a package of nginx's module for brotli.
    assert len(str(stop.value).splitlines()) == len(programs.PACKAGES) - 1


def test_the_newest_server_away_from_path_is_found(bare_machine, monkeypatch):
    for version in ("9", "15", "16"):
        folder = bare_machine / "postgresql" / version / "bin"
        folder.mkdir(parents=True)
        for name in ("initdb", "postgres"):
            (folder / name).touch(mode=0o755)
    monkeypatch.setattr(programs, "POSTGRESQL_FOLDERS", (f"{bare_machine}/postgresql/*/bin",))
    assert programs.postgresql() == bare_machine / "postgresql" / "16" / "bin"


def test_as_root_on_debian_what_is_missing_is_installed(bare_machine, monkeypatch, capfd):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    apt_get = bare_machine / "apt-get"
    install = "; ".join(
        f"echo > {bare_machine / name}; /bin/chmod +x {bare_machine / name}"
        for name in (
            "initdb",
            "postgres",
            "chromium",
            "lynx",
            "node",
            "npm",
            "nginx",
            "brotli_static.so",
            "redis-server",
        )
    )
    monkeypatch.setattr(programs, "install_readers", lambda: None)
    apt_get.write_text(f'#!/bin/sh\necho "$@"\n[ "$1" = install ] || exit 0\n{install}\n')
    apt_get.chmod(0o755)
    programs.main()
    said = capfd.readouterr().out.splitlines()
    assert said[0] == f"Installing {', '.join(programs.PACKAGES)} with apt-get."
    assert said[-1].endswith(f"--no-install-recommends {' '.join(programs.PACKAGES)}")


def test_the_lock_file_names_exact_versions_and_no_host():
    external = Path(programs.__file__).parent / "external"
    lock = json.loads((external / "package-lock.json").read_text())
    asked = json.loads((external / "package.json").read_text())["devDependencies"]
    packages = {
        name.rpartition("node_modules/")[2]: each for name, each in lock["packages"].items()
    }
    assert {name: packages[name]["version"] for name in asked} == asked
    assert "resolved" not in json.dumps(lock)


@pytest.fixture
def npm(bare_machine):
    """An npm that makes the folder and says what it was asked for."""
    program = bare_machine / "npm"
    program.write_text('#!/bin/sh\n/bin/mkdir -p node_modules\necho "$@"\n')
    program.chmod(0o755)
    return program


@pytest.mark.usefixtures("npm")
def test_packages_of_npm_are_installed_once_for_each_lock_file(bare_machine, capfd):
    programs.install_readers()
    assert " ci " in f" {capfd.readouterr().out} ".replace("\n", " ")
    assert programs.readers() == bare_machine / "node_modules"
    programs.install_readers()
    assert capfd.readouterr().out == ""
    (bare_machine / "package-lock.json").write_text('{"name": "other"}')
    with pytest.raises(programs.MissingProgram, match="installed"):
        programs.readers()


def test_where_npm_fails_it_stops_with_a_sentence(npm, monkeypatch):
    npm.write_text("#!/bin/sh\nexit 1\n")
    monkeypatch.setattr(programs, "PACKAGES", {})
    with pytest.raises(SystemExit, match="npm could not install"):
        programs.main()
