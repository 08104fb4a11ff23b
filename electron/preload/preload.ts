// Exposes `window.studio` and nothing else. No logic: what may be called is decided on the other side.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { StudioBridge } from '#shared/contract/studio.ts';

const bridge: StudioBridge = {
  call: (callId, name, input) => ipcRenderer.invoke('studio:call', callId, name, input),
  cancel: (callId) => ipcRenderer.send('studio:cancel', callId),
  subscribe: (listener) => {
    const onEvent = (_event: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on('studio:event', onEvent);
    return () => ipcRenderer.off('studio:event', onEvent);
  },
  grantFile: async (file) => {
    const path = webUtils.getPathForFile(file as File);
    return path === '' ? null : ipcRenderer.invoke('studio:grant-file', path);
  },
};

contextBridge.exposeInMainWorld('studio', bridge);
