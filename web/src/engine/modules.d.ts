/** The JavaScript that Emscripten writes beside the module. */
declare module '#core' {
  const create: unknown;
  export default create;
}

/** The worker's script as one classic script, with the small module's glue and with the whole's. */
declare module 'virtual:check-worker-script' {
  const script: string;
  export default script;
}

declare module 'virtual:worker-script' {
  const script: string;
  export default script;
}

/** The converter's, likewise. */
declare module 'virtual:convert-script' {
  const script: string;
  export default script;
}
