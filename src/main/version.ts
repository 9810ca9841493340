/** The version of this program, put in by the build. */
declare const __VERSION__: string | undefined

/** True in a built program; in a source tree the data are read from their own files. */
export const isBuilt = typeof __VERSION__ === 'string'

/** '1.2.3', or 'source' in a tree that was not built. */
export const version = typeof __VERSION__ === 'string' ? __VERSION__ : 'source'
