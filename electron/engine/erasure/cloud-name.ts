// What a plan calls the cloud: "Kling (Singapore)". Pure.

export interface NamedCloud {
  readonly name: string;
  readonly region: string;
}

/** A name that says its place already, as the demo's does, is not followed by it. */
export function cloudName({ name, region }: NamedCloud): string {
  return name.toLowerCase().includes(region.toLowerCase()) ? name : `${name} (${region})`;
}
