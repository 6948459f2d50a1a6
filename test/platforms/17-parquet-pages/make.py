"""Writes the Parquet files of this folder: pyarrow 25.0.1, Python 3.11. What stands in each row is said again in ../parquet-pages.test.ts."""
import gzip
import io
import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 2003


def column(kind, value):
    return pa.array([value(row) for row in range(ROWS)], kind)


def table():
    return pa.table({
        "full": column(pa.int64(), lambda i: i * 7919 % 5 + 1),
        "nulls": column(pa.int32(), lambda i: None if i * 31 % 9 == 0 else i * 31 % 7),
        "rare": column(pa.int8(), lambda i: i % 3 if i % 97 == 5 else None),
        "none": column(pa.float64(), lambda i: None),
        "sorted": column(pa.int16(), lambda i: i // 100),
        "minus": column(pa.int64(), lambda i: [-9, -1, 1, 2][i * 13 % 4]),
        "flag": column(pa.bool_(), lambda i: None if i % 11 == 0 else i % 3 == 0),
        "many": column(pa.int64(), lambda i: i * 7919 % 900),
        "weight": column(pa.float64(), lambda i: None if i % 50 == 7 else (i * 7919 % 1999) / 8),
        "odd": column(pa.float32(), lambda i: [0.5, float("nan"), float("inf"), -0.0, 0.0][i % 5]),
        "part": column(pa.string(), lambda i: ("early", "first", "so")[i % 3] if i < 900 else ("late", "first", " ", "")[i % 4]),
        "words": column(pa.string(), lambda i: None if i % 13 == 0 else f"t{i * 7 % 200}"),
        "name": column(pa.string(), lambda i: f"R{i}"),
        "big": column(pa.int64(), lambda i: 2**60 + i % 3),
        "kind": pa.DictionaryArray.from_arrays(column(pa.int8(), lambda i: (3, 1)[i % 2]), pa.array(["no", "b", "never", "a"])),
    })


PLAIN = {"full": "DELTA_BINARY_PACKED", "words": "DELTA_LENGTH_BYTE_ARRAY", "name": "DELTA_BYTE_ARRAY", "weight": "BYTE_STREAM_SPLIT", "flag": "RLE"}
FILES = {
    # Pages of 2,000 bytes in three row groups, each with a dictionary of its own.
    "groups_v1_snappy": dict(compression="snappy", row_group_size=700, data_page_size=2000),
    "groups_v2_zstd": dict(compression="zstd", row_group_size=700, data_page_size=2000, data_page_version="2.0"),
    # Dictionaries that become too long: the pages behind are plain.
    "fallback_v1_gzip": dict(compression="gzip", dictionary_pagesize_limit=400, data_page_size=600),
    "fallback_v2_none": dict(compression="none", dictionary_pagesize_limit=400, data_page_size=600, data_page_version="2.0"),
    "plain_v1_snappy": dict(compression="snappy", use_dictionary=False, row_group_size=1500),
    "deltas_v2_snappy": dict(compression="snappy", use_dictionary=False, column_encoding=PLAIN, data_page_version="2.0"),
}
for name, options in FILES.items():
    out = io.BytesIO()
    pq.write_table(table(), out, write_batch_size=64, **options)
    with gzip.GzipFile(f"{name}.parquet.gz", "wb", mtime=0) as file:
        file.write(out.getvalue())
