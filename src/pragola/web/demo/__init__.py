"""The demonstration: Kabupaten Pati with invented innovations, served on this machine."""
