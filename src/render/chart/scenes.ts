import type { ChartSpec } from '../../cards/charts/spec.ts';
import { barsScene, cascadeScene, groupsScene } from './bars.ts';
import { linesScene } from './lines.ts';
import type { Scene } from './scene.ts';

/** Where everything of a picture stands. */
export function sceneOf(spec: ChartSpec): Scene {
  switch (spec.kind) {
    case 'bars':
      return barsScene(spec);
    case 'cascade':
      return cascadeScene(spec);
    case 'groups':
      return groupsScene(spec);
    case 'lines':
      return linesScene(spec);
  }
}
