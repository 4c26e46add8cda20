"""A window that takes what is dropped on it, as one type of data, and writes it to a file.

    receiver.py TYPE FILE X Y WIDTH HEIGHT COLOUR

A file is there once it is whole. The window has no frame, and a colour by which it is found on a picture of the screen:
on Wayland no window has a say in where it stands. Needs GTK 3 (Debian's python3-gi and gir1.2-gtk-3.0).
"""

import os
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

kind, path = sys.argv[1:3]
x, y, width, height = map(int, sys.argv[3:7])
colour = sys.argv[7]


def received(_widget, _context, _x, _y, data, _info, _time):
    with open(path + ".part", "wb") as file:
        file.write(data.get_data() or b"")
    os.rename(path + ".part", path)


style = Gtk.CssProvider()
style.load_from_data(b"window { background: " + colour.encode() + b" }")
Gtk.StyleContext.add_provider_for_screen(Gdk.Screen.get_default(), style, Gtk.STYLE_PROVIDER_PRIORITY_APPLICATION)
window = Gtk.Window(title="Receiver of " + kind)
window.set_decorated(False)
window.set_default_size(width, height)
window.add(Gtk.Label(label="Drop here: " + kind))
window.drag_dest_set(Gtk.DestDefaults.ALL, [Gtk.TargetEntry.new(kind, 0, 0)], Gdk.DragAction.COPY)
window.connect("drag-data-received", received)
window.connect("destroy", Gtk.main_quit)
window.show_all()
window.move(x, y)
Gtk.main()
