"""What `make vendor` makes of OpenCC's tables; that the files are those of npm, its next run shows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from support.site_build import ROOT


@pytest.fixture(scope="module")
def vendor() -> ModuleType:
    """Return tools/vendor.py as a module: the folder is no package."""
    spec = importlib.util.spec_from_file_location("vendor", Path(ROOT, "tools/vendor.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_variants_lead_through_the_standard_form(vendor: ModuleType) -> None:
    scripts = {
        "TSCharacters": 'export default "國 国|為 为 為|著 着|𡻕 岁|囧 㒳";',
        "TWVariantsRev": 'export default "爲 為|么 幺";',
        "HKVariantsRev": 'export default "国 國";',
    }
    table = vendor.traditional_table(scripts)
    # 著 and 么 are words of their own, 𡻕 takes two units of UTF-16, 㒳 is not in GB 2312, 国 is simplified already.
    assert table.endswith('  "國国為为爲为"\n')


def test_a_table_of_another_form_is_named(vendor: ModuleType) -> None:
    with pytest.raises(ValueError, match="TSCharacters"):
        vendor.traditional_table(dict.fromkeys(vendor.TABLES, "export default {}"))
