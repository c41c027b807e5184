/** Style sheets are imported for their effect; the bundler collects them. */
declare module '*.css'

/** The address of a program file that is served beside ours. */
declare module '*.wasm?url' {
  const address: string
  export default address
}
