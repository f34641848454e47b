import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/language.tsx'
import { visitWords } from './words.ts'
import './visits.css'

/** Comes with the page, so that it is there once the line is gone. */
const reader = import('qr/decode.js')
/** Milliseconds between two looks, and the pixels across that are looked at. */
const PAUSE = 120
const ACROSS = 640

/** Looks through a video until it is told to stop, and says each code that it reads. */
async function lookThrough(video: HTMLVideoElement, onRead: (text: string) => void, isOver: () => boolean) {
  const { decodeQR } = await reader
  const canvas = document.createElement('canvas')
  const picture = canvas.getContext('2d', { willReadFrequently: true })
  while (!isOver()) {
    if (picture && video.videoWidth > 0) {
      canvas.width = Math.min(ACROSS, video.videoWidth)
      canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth)
      picture.drawImage(video, 0, 0, canvas.width, canvas.height)
      const { data, width, height } = picture.getImageData(0, 0, canvas.width, canvas.height)
      try {
        onRead(decodeQR({ data, width, height }))
      } catch {
        // There is no code in this picture; the next one is looked at.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** The camera at the back of a phone, and what it reads. */
export function CodeCamera({ onRead }: { onRead: (text: string) => void }) {
  const w = useWords(visitWords).door
  const [isOn, setOn] = useState(false)
  const [failed, setFailed] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const read = useRef(onRead)
  read.current = onRead
  useEffect(() => {
    if (!isOn) return
    let isOver = false
    let stream: MediaStream | null = null
    const open = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment' },
        audio: false,
      })
      const shown = video.current
      if (isOver || !shown) return
      shown.srcObject = stream
      await shown.play()
      await lookThrough(
        shown,
        (text) => read.current(text),
        () => isOver,
      )
    }
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    open()
      .catch(() => {
        setFailed(true)
        setOn(false)
      })
      .finally(() => isOver && stop())
    return () => {
      isOver = true
      stop()
    }
  }, [isOn])
  return (
    <>
      {isOn && (
        // It shows what is before the camera and says nothing.
        <video ref={video} className="door-camera" muted playsInline aria-label={w.picture} />
      )}
      {failed && <p role="alert">{w.noCamera}</p>}
      <Button
        type={isOn ? 'default' : 'primary'}
        onClick={() => {
          setFailed(false)
          setOn(!isOn)
        }}
      >
        {isOn ? w.stop : w.start}
      </Button>
    </>
  )
}
