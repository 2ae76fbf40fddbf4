// The emulated PC, without a browser. Two commands, each with one JSON file that says what to do:
//   machine.mjs make JOB   boots the kernel and the initramfs, saves the state, compresses the packs
//   machine.mjs run JOB    starts from the state, puts files in, runs one command line; prints what came of it as JSON
import fs from "node:fs"
import { pathToFileURL } from "node:url"
import zlib from "node:zlib"

const [command, path] = process.argv.slice(2)
const job = JSON.parse(fs.readFileSync(path, "utf8"))
const { V86 } = await import(pathToFileURL(`${job.npm}/libv86.mjs`).href)

const buffer = file => new Uint8Array(fs.readFileSync(file)).buffer
const common = {
  wasm_path: `${job.npm}/v86.wasm`,
  memory_size: job.memory << 20,
  vga_memory_size: 1 << 20,
  filesystem: {},
  uart1: true,
  disable_speaker: true,
  disable_keyboard: true,
  disable_mouse: true,
  autostart: false,
}

/** Collects what a serial port prints, and resolves when a line comes that begins with `word`. */
function listen(emulator, port) {
  const decoder = new TextDecoder()
  const port_state = { text: "", waiting: [] }
  let line = ""
  emulator.add_listener(`serial${port}-output-byte`, byte => {
    const character = decoder.decode(new Uint8Array([byte]), { stream: true })
    port_state.text += character
    if (character !== "\n") {
      line += character
      return
    }
    const whole = line.replace(/\r$/, "")
    line = ""
    port_state.waiting = port_state.waiting.filter(wait => !(whole.startsWith(wait.word) && (wait.done(whole), true)))
  })
  port_state.line = word => new Promise(done => port_state.waiting.push({ word, done }))
  return port_state
}

/** Has the agent run one command line; returns its exit status. */
async function agent(emulator, port, line) {
  const answer = port.line("END ")
  emulator.serial_send_bytes(1, new TextEncoder().encode(`${line}\n`))
  return Number((await answer).slice(4))
}

const ready = emulator => new Promise(done => emulator.add_listener("emulator-ready", done))

async function make() {
  const seconds = () => ((Date.now() - began) / 1000).toFixed(0)
  const began = Date.now()
  const emulator = new V86({
    ...common,
    bios: { buffer: buffer(job.bios) },
    vga_bios: { buffer: buffer(job.vgabios) },
    bzimage: { buffer: buffer(job.kernel) },
    initrd: { buffer: buffer(job.initrd) },
    cmdline: job.cmdline,
  })
  const console_port = listen(emulator, 0)
  const agent_port = listen(emulator, 1)
  const stuck = setTimeout(() => {
    console.error(`没有启动：\n${console_port.text.slice(-3000)}\n${agent_port.text}`)
    process.exit(1)
  }, job.patience * 1000)
  await ready(emulator)
  const first = agent_port.line("READY")
  emulator.run()
  await first
  console.error(`${seconds()} s  启动完`)
  const say = async line => {
    const status = await agent(emulator, agent_port, line)
    if (status) throw new Error(`${line}: ${status}\n${console_port.text.slice(-2000)}`)
  }
  try {
    await say("uname -r >/mnt/kernel; (cat /missing 2>/dev/null; echo) >/mnt/missing")
    const facts = {}
    for (const name of ["kernel", "missing"]) facts[name] = Buffer.from(await emulator.read_file(name)).toString()
    // What was freed still holds its old bytes, which nobody can compress: zeros take their place.
    await say(job.clean)
    await emulator.stop()
    const state = new Uint8Array(await emulator.save_state())
    fs.writeFileSync(job.state, state)
    console.error(`${seconds()} s  存下 ${(state.length / 1e6).toFixed(1)} MB`)
    for (const pack of job.packs) fs.writeFileSync(pack.target, zlib.gzipSync(fs.readFileSync(pack.tar), { level: 9 }))
    clearTimeout(stuck)
    fs.writeFileSync(job.facts, JSON.stringify(facts))
  } catch (error) {
    console.error(String(error))
    process.exit(1)
  }
  process.exit(0)
}

async function run() {
  const emulator = new V86({ ...common, initial_state: { buffer: buffer(job.state) } })
  const agent_port = listen(emulator, 1)
  await ready(emulator)
  for (const [name, file] of Object.entries(job.files)) {
    const data = fs.readFileSync(file)
    await emulator.create_file(name, new Uint8Array(file.endsWith(".gz") ? zlib.gunzipSync(data) : data))
  }
  emulator.run()
  await agent(emulator, agent_port, `date -s @${Math.floor(Date.now() / 1000)}`)
  for (const line of job.prepare) await agent(emulator, agent_port, line)
  const started = Date.now()
  const late = new Promise(done => setTimeout(() => done(124), job.timeout * 1000))
  const status = await Promise.race([agent(emulator, agent_port, job.command), late])
  const ended = Date.now()
  const output = await emulator.read_file("output").catch(() => null)
  const answer = {
    status,
    seconds: (ended - started) / 1000,
    output: output ? Buffer.from(output).toString() : "",
  }
  fs.writeFileSync(job.answer, JSON.stringify(answer))
  process.exit(0)
}

await (command === "make" ? make() : run())
