"""A window that takes what is dropped on it, as one type of data, and writes it to a file.

    receiver.py TYPE FILE X Y WIDTH HEIGHT

A file is there once it is whole. Needs GTK 3 (Debian's python3-gi and gir1.2-gtk-3.0).
"""

import os
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

kind, path = sys.argv[1:3]
x, y, width, height = map(int, sys.argv[3:7])


def received(_widget, _context, _x, _y, data, _info, _time):
    with open(path + ".part", "wb") as file:
        file.write(data.get_data() or b"")
    os.rename(path + ".part", path)


# What a compositor of Wayland knows the window by.
GLib.set_prgname(kind)
window = Gtk.Window(title="Receiver of " + kind)
window.set_default_size(width, height)
window.add(Gtk.Label(label="Drop here: " + kind))
window.drag_dest_set(Gtk.DestDefaults.ALL, [Gtk.TargetEntry.new(kind, 0, 0)], Gdk.DragAction.COPY)
window.connect("drag-data-received", received)
window.connect("destroy", Gtk.main_quit)
window.show_all()
window.move(x, y)
Gtk.main()
