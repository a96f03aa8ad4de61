/// The command line of the webhook; creates and connects its parts.
@NullMarked
package dev.netlog.webhook.command;

import org.jspecify.annotations.NullMarked;
