"""One declaration of all rows: the dicts and the Arrow tables follow it."""

import pyarrow as pa
import pytest

import taiyuan_report as tr
from taiyuan_report import _core

DECLARED = {
    table: {name: (kind, doc, values) for name, kind, doc, values in fields}
    for table, fields in _core.declaration()
}
ARROW = {
    "offset": pa.uint32(),
    "index": pa.uint32(),
    "year": pa.int32(),
    "number": pa.float64(),
    "slice": pa.large_string(),
    "string": pa.large_string(),
}
ANALYZER = tr.Analyzer(patterns={"city": "云河"})


@pytest.fixture(scope="module")
def rows():
    return tr.parse(tr.sample(), analyzer=ANALYZER)


@pytest.fixture(scope="module")
def made(rows):
    return tr.tables([rows], analyzer=ANALYZER)


def test_every_table_is_declared(rows, made):
    lists = [key for key, value in rows.items() if isinstance(value, list)]
    assert list(DECLARED) == lists
    assert set(made) == {*lists, "reports", "errors"}


@pytest.mark.parametrize("table", DECLARED)
def test_keys_of_the_dicts(table, rows):
    assert rows[table], "the sample has rows of every table"
    assert all(list(row) == list(DECLARED[table]) for row in rows[table])


@pytest.mark.parametrize("table", DECLARED)
def test_columns_of_the_tables(table, made):
    assert made[table].column_names == ["report", *DECLARED[table]]


@pytest.mark.parametrize("table", DECLARED)
def test_types_of_the_columns(table, made):
    schema = pa.schema(made[table])
    for name, (kind, _, values) in DECLARED[table].items():
        found = schema.field(name).type
        if kind == "enum":
            assert pa.types.is_dictionary(found)
            column = pa.table(made[table])[name].chunk(0)
            assert column.dictionary.to_pylist() == values
        elif kind == "pieces":
            assert pa.types.is_large_list(found)
            assert [field.name for field in found.value_type] == ["start", "end"]
        else:
            assert found == ARROW[kind], name


@pytest.mark.parametrize("table", DECLARED)
def test_every_field_has_words(table):
    for name, (_, doc, _) in DECLARED[table].items():
        assert doc.strip(), name


@pytest.mark.parametrize("table", DECLARED)
def test_enums_hold_declared_values_only(table, rows):
    for name, (kind, _, values) in DECLARED[table].items():
        if kind == "enum":
            assert len(set(values)) == len(values) > 0
            assert {row[name] for row in rows[table]} <= {*values, None}


@pytest.mark.parametrize("table", DECLARED)
def test_python_types_of_the_values(table, rows):
    kinds = {
        "offset": int,
        "index": int | None,
        "year": int | None,
        "number": int | float | None,
        "slice": str | None,
        "string": str | None,
        "enum": str | None,
        "pieces": list,
    }
    for row in rows[table]:
        for name, (kind, _, _) in DECLARED[table].items():
            assert isinstance(row[name], kinds[kind]), name
