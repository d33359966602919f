import { useEffect, useState } from 'react'

const SETTLE_MS = 300

/** A value once it has not changed for 0.3 seconds; for what is asked of the engine while one types. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
