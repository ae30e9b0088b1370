"""Copies what the browser and the printer need from node_modules, with a manifest of hashes.

Run after `npm ci`: `python static/vendoring.py`. The copies are committed; CI compares the hashes.
"""

import json
import shutil
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "node_modules"
MANIFEST = ROOT / "static" / "vendor" / "manifest.json"
WEB, PAPER, SERIF = (
    "@fontsource/be-vietnam-pro",
    "@expo-google-fonts/be-vietnam-pro",
    "@expo-google-fonts/tinos",
)

FILES: dict[str, tuple[str, str]] = {
    "vendor/htmx.min.js": ("htmx.org", "dist/htmx.min.js"),
    "vendor/idiomorph-ext.min.js": ("idiomorph", "dist/idiomorph-ext.min.js"),
    "vendor/sortable.esm.js": ("sortablejs", "modular/sortable.esm.js"),
    "vendor/zxing-reader.js": ("zxing-wasm", "dist/iife/reader/index.js"),
    "vendor/zxing-reader.wasm": ("zxing-wasm", "dist/reader/zxing_reader.wasm"),
    "vendor/zxing-license.txt": ("zxing-wasm", "LICENSE"),
    "vendor/sortable-license.txt": ("sortablejs", "LICENSE"),
    "vendor/htmx-license.txt": ("htmx.org", "LICENSE"),
    "vendor/idiomorph-license.txt": ("idiomorph", "LICENSE"),
    "fonts/be-vietnam-pro-license.txt": (PAPER, "LICENSE_FONT"),
    "fonts/tinos-license.txt": (SERIF, "LICENSE_FONT"),
    **{
        f"fonts/be-vietnam-pro-{subset}-{weight}.woff2": (
            WEB,
            f"files/be-vietnam-pro-{subset}-{weight}-normal.woff2",
        )
        for subset in ("vietnamese", "latin", "latin-ext")
        for weight in (400, 500, 600, 700)
    },
    **{
        f"fonts/BeVietnamPro-{face}.ttf": (PAPER, f"{folder}/BeVietnamPro_{folder}.ttf")
        for face, folder in (
            ("Regular", "400Regular"),
            ("Italic", "400Regular_Italic"),
            ("SemiBold", "600SemiBold"),
            ("Bold", "700Bold"),
        )
    },
    **{
        f"fonts/Tinos-{face}.ttf": (SERIF, f"{folder}/Tinos_{folder}.ttf")
        for face, folder in (
            ("Regular", "400Regular"),
            ("Italic", "400Regular_Italic"),
            ("Bold", "700Bold"),
            ("BoldItalic", "700Bold_Italic"),
        )
    },
}
"""Target below static/, and the package and file it is copied from as published."""


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def copy_all() -> list[dict[str, str]]:
    """Copy every file; answers the manifest's entries."""
    entries = []
    for target, (package, source) in sorted(FILES.items()):
        about = json.loads((MODULES / package / "package.json").read_text())
        path = ROOT / "static" / target
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MODULES / package / source, path)
        entries.append(
            {
                "file": target,
                "package": package,
                "version": about["version"],
                "licence": about.get("license", ""),
                "sha256": digest(path),
            }
        )
    return entries


if __name__ == "__main__":
    MANIFEST.parent.mkdir(parents=True, exist_ok=True)
    MANIFEST.write_text(json.dumps(copy_all(), indent=2) + "\n")
    print(f"{len(FILES)} files copied, {MANIFEST.relative_to(ROOT)} written")
