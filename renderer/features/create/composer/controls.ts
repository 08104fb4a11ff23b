// Which control shows which parameter, from the model's own description. Pure. No parameter is known here by name.
import type { ParameterDescriptor } from '#shared/gateway/model.ts';

type Choice = Extract<ParameterDescriptor, { type: 'choice' }>;
type Range = Extract<ParameterDescriptor, { type: 'range' }>;
type Switch = Extract<ParameterDescriptor, { type: 'switch' }>;
type Text = Extract<ParameterDescriptor, { type: 'text' }>;

export type Control =
  | {
      readonly look: 'segments';
      readonly parameter: Choice;
      /** Each value is a shape such as 16:9 and is drawn. */
      readonly isAspect: boolean;
      /** Too many letters for half of the composer. */
      readonly isWide: boolean;
    }
  | { readonly look: 'select'; readonly parameter: Choice; readonly isWide: false }
  | { readonly look: 'slider'; readonly parameter: Range; readonly isWide: false }
  | { readonly look: 'switch'; readonly parameter: Switch; readonly isWide: false }
  | { readonly look: 'text'; readonly parameter: Text; readonly isWide: true };

const mostSegments = 5;
/** Letters of one segment, and of all segments side by side in half of the composer. */
const shortLabel = 9;
const lettersInHalf = 12;

function controlFor(parameter: ParameterDescriptor): Control {
  switch (parameter.type) {
    case 'choice':
      return choiceFor(parameter);
    case 'range':
      return { look: 'slider', parameter, isWide: false };
    case 'switch':
      return { look: 'switch', parameter, isWide: false };
    case 'text':
      return { look: 'text', parameter, isWide: true };
    default:
      return parameter satisfies never;
  }
}

function choiceFor(parameter: Choice): Control {
  const labels = parameter.values.map(({ label }) => label);
  const isShort = labels.every(({ length }) => length <= shortLabel);
  if (labels.length < 2 || labels.length > mostSegments || !isShort) {
    return { look: 'select', parameter, isWide: false };
  }
  return {
    look: 'segments',
    parameter,
    isAspect: parameter.values.every(({ value }) => /^\d+:\d+$/.test(value)),
    isWide: labels.join('').length > lettersInHalf,
  };
}

export interface ControlGroups {
  /** Label above, two in a row. */
  readonly fields: readonly Control[];
  /** Label at the left, two in a row, after the fields. */
  readonly rows: readonly Control[];
  /** The last row has room for one more at its right. */
  readonly isRowOpen: boolean;
}

/** In the order of the model; switches come last, so that rows keep their height. */
export function groupControls(parameters: readonly ParameterDescriptor[]): ControlGroups {
  const controls = parameters.map(controlFor);
  const rows = controls.filter(({ look }) => look === 'switch');
  return {
    fields: controls.filter(({ look }) => look !== 'switch'),
    rows,
    isRowOpen: rows.length % 2 === 1,
  };
}
