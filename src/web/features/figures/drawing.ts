import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'
import type { ChartOption } from './chart-options.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer, CanvasRenderer])

type Size = { readonly width: number; readonly height: number }

/** Draws into an element in this size; answers what takes it away again. */
export function draw(into: HTMLElement, option: ChartOption, size: Size): () => void {
  const chart = init(into, null, { renderer: 'svg', ...size })
  chart.setOption(option)
  const picture = into.querySelector('svg')
  if (picture) shrinking(picture, size)
  return () => chart.dispose()
}

/** On paper, which is narrower than the screen, the picture becomes smaller as a whole instead of being cut. */
function shrinking(picture: SVGSVGElement, { width, height }: Size): void {
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`)
  for (const one of [picture, picture.parentElement])
    Object.assign(one?.style ?? {}, { position: 'static', width: '100%', height: 'auto' })
}

/** As a file, without anything of the page around it. */
export function pictureOf(option: ChartOption, form: 'svg' | 'png', size: Size): Promise<Blob> {
  if (form === 'svg') {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
    chart.setOption(option)
    const svg = chart.renderToSVGString()
    chart.dispose()
    return Promise.resolve(new Blob([svg], { type: 'image/svg+xml' }))
  }
  const canvas = document.createElement('canvas')
  const chart = init(canvas, null, { renderer: 'canvas', devicePixelRatio: 2, ...size })
  chart.setOption(option)
  return new Promise((done, failed) => {
    chart.getZr().flush()
    canvas.toBlob((blob) => {
      chart.dispose()
      if (blob) done(blob)
      else failed(new Error('the browser drew no picture'))
    }, 'image/png')
  })
}
