/* Reads the column files of columns.py: where the marks are and what they say, and the masks
   that tell which of them are to be seen. A file is one of
     {address, cache}  to be fetched
     {text}            the file in base64, for a page that works without a server
     {columns}         its columns as arrays, for a page that has the data in its own way */

/* A file may be away for a moment while the server begins another run for the same visit. */
const PAUSES_MS = [200, 1000, 3000];

function bytesOfText(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/* The address names the content, so what the browser has kept is always right. */
async function fetchFile({ address, cache }) {
  let answer = await fetch(address, { cache });
  for (const milliseconds of PAUSES_MS) {
    if (answer.ok) break;
    await pause(milliseconds);
    answer = await fetch(address, { cache: cache === "no-store" ? cache : "reload" });
  }
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.body;
}

function bodyOf(file) {
  return file.text === undefined ? fetchFile(file) : new Blob([bytesOfText(file.text)]).stream();
}

function unzip(stream) {
  return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/* Texts are decoded one by one when they are asked for: few of them ever are. */
class TextColumn {
  constructor(buffer, offset, rows) {
    const lengths = new Uint32Array(buffer, offset, rows);
    this.starts = new Uint32Array(rows + 1);
    for (let row = 0; row < rows; row++) this.starts[row + 1] = this.starts[row] + lengths[row];
    this.bytes = new Uint8Array(buffer, offset + 4 * rows, this.starts[rows]);
    this.decoder = new TextDecoder();
    this.byteLength = 4 * rows + this.starts[rows];
  }

  at(row) {
    return this.decoder.decode(this.bytes.subarray(this.starts[row], this.starts[row + 1]));
  }
}

function summed(steps) {
  for (let row = 1; row < steps.length; row++) steps[row] += steps[row - 1];
  return steps;
}

const READERS = {
  u1: (buffer, offset, rows) => new Uint8Array(buffer, offset, rows),
  i4: (buffer, offset, rows) => new Int32Array(buffer, offset, rows),
  delta: (buffer, offset, rows) => summed(new Int32Array(buffer, offset, rows)),
  text: (buffer, offset, rows) => new TextColumn(buffer, offset, rows),
};

/* The columns by their names, and the further values of the header. */
function readColumns(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
  const { columns, ...read } = JSON.parse(text);
  let offset = 4 + length;
  for (const [name, kind, rows] of columns) {
    read[name] = READERS[kind](buffer, offset, rows);
    offset += Math.ceil(read[name].byteLength / 4) * 4;
  }
  return read;
}

export async function loadColumns(file) {
  if (file.columns) return file.columns;
  return readColumns(await unzip(await bodyOf(file)));
}

/* A zipped file of JSON. */
export async function loadJson(file) {
  return JSON.parse(new TextDecoder().decode(await unzip(await bodyOf(file))));
}

/* One entry a mark, 1 where it is to be seen; null stays null, which means all. */
export async function unpackMask(text, length) {
  if (text === null) return null;
  const bits = new Uint8Array(await unzip(bodyOf({ text })));
  const mask = new Uint8Array(length);
  for (let row = 0; row < length; row++) mask[row] = (bits[row >> 3] >> (row & 7)) & 1;
  return mask;
}
