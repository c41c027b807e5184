import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { keepShell } from './scripts/keep-shell.ts'

/** Packages that change together and are wanted by every page load once and stay cached; the rest comes with its page. */
const chunks: [name: string, packages: RegExp][] = [
  ['react', /node_modules\/(react|react-dom|scheduler|@tanstack)\//],
  ['antd', /node_modules\/(antd|@ant-design|@rc-component|rc-[a-z-]+)\//],
  ['echarts', /node_modules\/(echarts|zrender)\//],
]

export default defineConfig({
  plugins: [react(), keepShell()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // The page of links without sign-in is apart: it needs none of the program.
      input: ['index.html', 'link.html'],
      output: {
        codeSplitting: { groups: chunks.map(([name, test]) => ({ name, test })) },
      },
    },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
