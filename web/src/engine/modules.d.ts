/** The JavaScript that Emscripten writes beside the module. */
declare module '#core' {
  const create: unknown;
  export default create;
}

/** The worker's script as one classic script; made by the plugin in vite.config.ts. */
declare module 'virtual:worker-script' {
  const script: string;
  export default script;
}

/** The converter's, likewise. */
declare module 'virtual:convert-script' {
  const script: string;
  export default script;
}
