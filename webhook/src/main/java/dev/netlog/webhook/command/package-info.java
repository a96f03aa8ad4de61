/// The command line of the webhook, and what puts its parts together.
@NullMarked
package dev.netlog.webhook.command;

import org.jspecify.annotations.NullMarked;
