// A page that is opened from a file may start no worker. There the search runs in a hidden frame, with the same messages.
if (location.protocol === "file:") {
  window.IFrameWorker = window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.ready = new Promise((resolve) => { this.frame.onload = resolve; });
      document.body.append(this.frame);
      this.frame.contentWindow.answer = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const inside = this.frame.contentDocument;
      inside.open();
      inside.write(`<script>postMessage = answer</script><script src="${address}"></script>`);
      inside.close();
    }
    postMessage(data) {
      this.ready.then(() => this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
}
