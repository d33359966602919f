/**
 * The small part of Electron's main process that the shell uses, over Node and the system's Chromium, for machines where the binary
 * cannot be had: the shell's own code runs as it is, a window opens, and its page reaches the engine through the ports the shell hands out.
 * What it cannot show is what Electron itself enforces: sandbox, isolated worlds, fuses.
 */
export { app, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session } from './app'
export { MessageChannelMain } from './ports'
export { utilityProcess } from './utility'
export { BrowserWindow } from './window'
