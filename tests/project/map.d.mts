export type Row = {
  readonly room: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
};
export type SourceFile = {
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly string[];
};
export type Room = {
  readonly room: string;
  readonly files: number;
  readonly lines: number;
  readonly imports: readonly string[];
};
export function tableIn(text: string): readonly Row[];
export function filesIn(root: string): readonly SourceFile[];
export function brokenWalls(table: readonly Row[], files: readonly SourceFile[]): readonly string[];
export function roomsOf(table: readonly Row[], files: readonly SourceFile[]): readonly Room[];
export function drawn(rooms: readonly Room[]): string;
