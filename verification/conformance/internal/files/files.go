// Package files finds the manifests of a folder.
package files

import (
	"io/fs"
	"path/filepath"
	"slices"
)

// Suffixes are the names that netlog reads below a folder.
var Suffixes = []string{".yaml", ".yml", ".json"}

// Manifests lists the manifests below a folder, relative to it, with slashes, in path order.
func Manifests(folder string) ([]string, error) {
	found := []string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == ".git" {
				return filepath.SkipDir
			}
			return nil
		}
		if slices.Contains(Suffixes, filepath.Ext(path)) {
			relative, err := filepath.Rel(folder, path)
			if err != nil {
				return err
			}
			found = append(found, filepath.ToSlash(relative))
		}
		return nil
	})
	slices.Sort(found)
	return found, err
}
