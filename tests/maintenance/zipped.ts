import { crc32, deflateRawSync } from 'node:zlib';

/** A file to put into a ZIP, and what the ZIP is to say of it where that is not the truth. */
export type Packed = {
  readonly name: string;
  readonly bytes?: Uint8Array | string;
  /** The mode of a Unix system: 0o120777 is a link. */
  readonly mode?: number;
  readonly encrypted?: true;
  readonly stated?: { readonly size?: number; readonly crc?: number };
};

/** A ZIP as programs write it, byte by byte, so that it can also be one that none would write. */
export function zipped(files: readonly Packed[]): Buffer {
  let offset = 0;
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  for (const file of files) {
    const parts = partsOf(file);
    const local = Buffer.concat([parts.local, parts.name, parts.data]);
    parts.central.writeUInt32LE(offset, 42);
    locals.push(local);
    centrals.push(parts.central, parts.name);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function partsOf({ name: called, bytes = '', mode = 0o100644, encrypted, stated = {} }: Packed) {
  const [name, plain] = [Buffer.from(called), Buffer.from(bytes)];
  const data = deflateRawSync(plain);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(stated.crc ?? crc32(plain), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(stated.size ?? plain.length, 18);
  common.writeUInt16LE(name.length, 22);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE((3 << 8) | 20, 4);
  common.copy(central, 6);
  central.writeUInt32LE((mode << 16) >>> 0, 38);
  return { name, data, local: Buffer.concat([signature(0x04034b50), common]), central };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
