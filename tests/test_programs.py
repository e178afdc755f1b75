"""A machine that lacks something is told what to install."""

import pytest

from tests import programs


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "POSTGRESQL_FOLDERS", ())
    monkeypatch.setattr(programs, "CHROMIUM_PATHS", ())
    return tmp_path


@pytest.mark.usefixtures("bare_machine")
def test_what_is_missing_is_named_with_how_to_install_it():
    with pytest.raises(programs.MissingProgram, match="brew install postgresql@16"):
        programs.postgresql()
    with pytest.raises(programs.MissingProgram, match="apt-get install chromium"):
        programs.chromium()
    with pytest.raises(programs.MissingProgram, match="brew install lynx"):
        programs.lynx()


@pytest.mark.usefixtures("bare_machine")
def test_where_nothing_can_be_installed_it_stops_with_a_sentence_for_each():
    with pytest.raises(SystemExit) as stop:
        programs.main()
    assert len(str(stop.value).splitlines()) == len(programs.PACKAGES)


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
        for name in ("initdb", "postgres", "chromium", "lynx")
    )
    apt_get.write_text(f'#!/bin/sh\necho "$@"\n[ "$1" = install ] || exit 0\n{install}\n')
    apt_get.chmod(0o755)
    programs.main()
    said = capfd.readouterr().out.splitlines()
    assert said[0] == "Installing postgresql and chromium and lynx with apt-get."
    assert said[-1].endswith("--no-install-recommends postgresql chromium lynx")
