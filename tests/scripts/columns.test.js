import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { loadColumns, unpackMask } from "../../dashboard/views/assets/columns.js";

function base64(bytes) {
  return gzipSync(Buffer.from(bytes)).toString("base64");
}

/* A column file as columns.py writes it: the header's length, the padded header, padded columns. */
function fileOf(columns, parts) {
  const header = Buffer.alloc(160, " ");
  header.write(JSON.stringify({ columns, notes: ["środek"] }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const padded = parts.map((part) => Buffer.concat([part, Buffer.alloc(-part.length & 3)]));
  return { text: base64(Buffer.concat([length, header, ...padded])) };
}

function bytesOf(numbers) {
  return Buffer.from(numbers.buffer);
}

test("columns of all kinds are read back", async () => {
  const text = Buffer.concat([bytesOf(new Uint32Array([4, 2])), Buffer.from("Łódąb")]);
  const file = fileOf(
    [
      ["practice", "delta", 3],
      ["section", "u1", 3],
      ["lat", "i4", 1],
      ["title", "text", 2],
    ],
    [
      bytesOf(new Int32Array([5, 1, 3])),
      Buffer.from([0, 1, 2]),
      bytesOf(new Int32Array([-7])),
      text,
    ],
  );
  const { practice, section, lat, title, notes } = await loadColumns(file);
  assert.deepEqual([...practice], [5, 6, 9]);
  assert.deepEqual([...section], [0, 1, 2]);
  assert.deepEqual([...lat], [-7]);
  assert.deepEqual([title.at(0), notes], ["Łó", ["środek"]]);
});

test("a page that has the columns already hands them over", async () => {
  const columns = { practice: [1] };
  assert.equal(await loadColumns({ columns }), columns);
});

test("a mask has a bit for each mark, the lowest first", async () => {
  assert.deepEqual([...(await unpackMask(base64([0b101, 1]), 9))], [1, 0, 1, 0, 0, 0, 0, 0, 1]);
});

test("no mask means all", async () => {
  assert.equal(await unpackMask(null, 9), null);
});

test("what is no file is an error", async () => {
  await assert.rejects(loadColumns({ text: Buffer.from("?").toString("base64") }));
});
