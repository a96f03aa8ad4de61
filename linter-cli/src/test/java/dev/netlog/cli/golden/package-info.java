/// Every rule on the manifests of its golden folder.
@NullMarked
package dev.netlog.cli.golden;

import org.jspecify.annotations.NullMarked;
