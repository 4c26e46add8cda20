//! What Windows shows of the program's file: its icon and its version, and that no console is opened for its window.
//! On other systems there is nothing to do.

fn main() {
    println!("cargo::rerun-if-changed=assets/windows");
    #[cfg(windows)]
    describe();
}

#[cfg(windows)]
fn describe() {
    let mut resource = winresource::WindowsResource::new();
    resource
        .set_icon("assets/windows/hemicycle.ico")
        .set_manifest_file("assets/windows/hemicycle.manifest")
        .set("ProductName", "Hemicycle")
        .set("FileDescription", "Hemicycle");
    // A program without an icon is one all the same.
    if let Err(cause) = resource.compile() {
        println!("cargo::warning=no icon and version in the program: {cause}");
    }
}
