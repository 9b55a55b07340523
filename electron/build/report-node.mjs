// Says under which Node the project's own scripts run.
console.log(`Set up; the project's Node is ${process.version}.`)
