"""Builds the wheel of netlog (PEP 517): the files of a release archive, under a platform tag.

The program comes from the first of these:

1. the archive that `NETLOG_ARCHIVE` names,
2. the archive in `target/distribution`, which `mvn -q package -Pdistribution -Dquick` writes,
3. the release archive, from `release/url` or from the folder that `NETLOG_ARCHIVES` names. Its
   SHA-256 has to be the one in `release/sums`.

There is nothing to install first, and no way to make an editable install or a source distribution.
"""

import base64
import hashlib
import os
import pathlib
import platform
import re
import stat
import sys
import tarfile
import tempfile
import urllib.request
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "netlog_cli"
# The oldest systems that Java itself runs on: https://adoptium.net/supported-platforms
TAGS = {
    "linux-x64": "manylinux_2_17_x86_64",
    "linux-arm64": "manylinux_2_17_aarch64",
    "macos-x64": "macosx_11_0_x86_64",
    "macos-arm64": "macosx_11_0_arm64",
    "windows-x64": "win_amd64",
}
# The oldest time that a zip can hold, so that one archive always gives the same wheel.
TIME = (1980, 1, 1, 0, 0, 0)


class Refused(Exception):
    """What the user has to change."""


def version():
    return re.search(r"<version>([^<]+)</version>", (ROOT / "pom.xml").read_text(encoding="utf-8"))[1]


def this_platform():
    system = {"linux": "linux", "darwin": "macos", "win32": "windows"}.get(sys.platform)
    processor = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}.get(platform.machine().lower())
    found = f"{system}-{processor}"
    if found not in TAGS:
        raise Refused(f"netlog has no archive for {sys.platform} on {platform.machine()}; there are {', '.join(TAGS)}")
    return found


def find_archive(kind, folder):
    named = os.environ.get("NETLOG_ARCHIVE")
    if named:
        if not os.path.isfile(named):
            raise Refused(f'NETLOG_ARCHIVE names "{named}", which is no file')
        return pathlib.Path(named)
    file = f"netlog-{version()}-{kind}.{'zip' if kind.startswith('windows') else 'tar.gz'}"
    built = ROOT / "target" / "distribution" / file
    return built if built.is_file() else released(file, pathlib.Path(folder))


def released(file, folder):
    sums = ROOT / "release" / "sums"
    lines = [line.split() for line in sums.read_text().splitlines()] if sums.is_file() else []
    pinned = {name: digest for digest, name in (line for line in lines if len(line) == 2)}.get(file)
    if pinned is None:
        raise Refused(
            f"release/sums has no line for {file}, so this is no released version; "
            "install a released one, or build the archive with: mvn -q package -Pdistribution -Dquick"
        )
    local = os.environ.get("NETLOG_ARCHIVES")
    if local:
        target = pathlib.Path(local) / file
        if not target.is_file():
            raise Refused(f'NETLOG_ARCHIVES names "{local}", which has no {file}')
    else:
        url = (ROOT / "release" / "url").read_text().strip().replace("VERSION", version()) + "/" + file
        target = folder / file
        try:
            with urllib.request.urlopen(url, timeout=60) as response, open(target, "wb") as out:
                while block := response.read(1 << 20):
                    out.write(block)
        except OSError as e:
            raise Refused(f"{url} cannot be read ({e}); without network, set NETLOG_ARCHIVES to a folder with {file}") from e
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    if digest != pinned:
        raise Refused(f"{target} has the SHA-256 {digest} instead of {pinned}; it is damaged, or not what was released")
    return target


def contents(archive):
    """Yields path, bytes and whether it can be run, of each file below the archive's one folder."""
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as source:
            for info in source.infolist():
                if not info.is_dir():
                    yield info.filename.split("/", 1)[1], source.read(info), False
        return
    with tarfile.open(archive) as source:
        for member in source:
            # A wheel has no links: extractfile follows them.
            if member.isfile() or member.issym():
                yield member.name.split("/", 1)[1], source.extractfile(member).read(), bool(member.mode & 0o111) and member.isfile()


def metadata():
    return (
        f"Metadata-Version: 2.4\nName: netlog-cli\nVersion: {version()}\n"
        "Summary: A linter for the logging of Kubernetes network policies\n"
        "License-Expression: Apache-2.0\nLicense-File: LICENSE\nRequires-Python: >=3.9\n"
        "Description-Content-Type: text/markdown\n\n" + (ROOT / "README.md").read_text(encoding="utf-8")
    ).encode()


def write_wheel(archive, kind, folder):
    info, data = f"{NAME}-{version()}.dist-info", f"{NAME}-{version()}.data"
    wheel = f"{NAME}-{version()}-py3-none-{TAGS[kind]}.whl"
    records = []
    with zipfile.ZipFile(pathlib.Path(folder) / wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:

        def add(path, content, executable=False):
            entry = zipfile.ZipInfo(path, TIME)
            entry.external_attr = (stat.S_IFREG | (0o755 if executable else 0o644)) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, content)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            records.append(f"{path},sha256={digest},{len(content)}")

        for path, content, executable in contents(archive):
            if path.startswith("bin/"):
                add(f"{data}/scripts/{path[4:]}", content, True)
            elif path.startswith("lib/"):
                add(f"{data}/data/{path}", content, executable)
        add(f"{info}/licenses/LICENSE", (ROOT / "LICENSE").read_bytes())
        add(f"{info}/METADATA", metadata())
        add(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: netlog\nRoot-Is-Purelib: false\nTag: py3-none-{TAGS[kind]}\n".encode())
        records.append(f"{info}/RECORD,,")
        out.writestr(zipfile.ZipInfo(f"{info}/RECORD", TIME), "\n".join(records) + "\n")
    return wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    try:
        kind = (config_settings or {}).get("platform") or os.environ.get("NETLOG_PLATFORM") or this_platform()
        if kind not in TAGS:
            raise Refused(f'"{kind}" is no platform of netlog; there are {", ".join(TAGS)}')
        with tempfile.TemporaryDirectory() as folder:
            return write_wheel(find_archive(kind, folder), kind, wheel_directory)
    except Refused as e:
        sys.exit(f"netlog: {e}")


def build_sdist(sdist_directory, config_settings=None):
    sys.exit("netlog: there is no source distribution; build a wheel")
