using System.CommandLine;

namespace Belay.Cli;

/// <summary>`belay install`, `list` and `uninstall`: packages of sources that are used where they are.</summary>
static class PackageCommands
{
    internal static Command Install()
    {
        var path = new Argument<string>("path") { Description = "The package's folder, with its modules in it." };
        var editable = new Option<bool>("--editable", "-e") { Description = "Use the sources from where they are: what is changed there is changed here." };
        var name = new Option<string?>("--name") { Description = "What it is imported by; the folder's name unless said otherwise." };
        var command = new Command("install", $"Make a package of sources importable in this project; noted in {ProjectFile.Name}.") { path, editable, name };
        command.SetAction(parsed => Install(parsed.GetValue(path)!, parsed.GetValue(editable), parsed.GetValue(name)));
        return command;
    }

    internal static Command List()
    {
        var command = new Command("list", "Show the packages that are installed in this project.");
        command.SetAction(_ => ListAll());
        return command;
    }

    internal static Command Uninstall()
    {
        var name = new Argument<string>("name") { Description = "The name it is imported by." };
        var command = new Command("uninstall", $"Take a package out of {ProjectFile.Name}; its sources stay as they are.") { name };
        command.SetAction(parsed => Uninstall(parsed.GetValue(name)!));
        return command;
    }

    /// <summary>A program in production is to be what was tested, not what somebody is just writing elsewhere.</summary>
    internal static void CheckProduction(string root)
    {
        var packages = ProjectFile.Read(root).EditablePackages;
        if (packages.Count == 0) return;
        throw new UserError($"not in production: {ProjectFile.PathIn(root)} has packages installed as editable, whose sources may change at any time."
            + string.Concat(packages.Select(package => $"\n  {package.Key}, from {package.Value}. Remove it: belay uninstall {package.Key}")));
    }

    static int Install(string path, bool isEditable, string? name)
    {
        if (!isEditable)
            throw new UserError($"only sources are installed: belay install -e {path}\n  a package of NuGet's is named in the script that uses it: #:package Name@Version");
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new UserError($"there is no folder {folder}.");
        name ??= Path.GetFileName(folder);
        if (!ModuleName.IsValid(name) || name.Contains('.')) throw new UserError($"'{name}' cannot be imported: a using directive could not name it. Give it another name: --name NAME");
        var root = Environment.CurrentDirectory;
        var own = Path.Combine(root, name);
        if (own != folder && (Directory.Exists(own) || File.Exists($"{own}.cs")))
            throw new UserError($"there is a {name} in {root} already, which would be found first. Give the package another name: --name NAME");
        ProjectFile.Read(root).Install(name, folder);
        Terminal.Say($"{name} is {folder} from now on, as it is there");
        return 0;
    }

    static int ListAll()
    {
        var packages = ProjectFile.Read(Environment.CurrentDirectory).EditablePackages;
        if (packages.Count == 0) Terminal.Say($"no packages are installed in {Environment.CurrentDirectory}");
        foreach (var (name, folder) in packages)
            Terminal.Say($"{name}  {folder}  (editable{(Directory.Exists(folder) ? "" : ", but not there")})");
        return 0;
    }

    static int Uninstall(string name)
    {
        var file = ProjectFile.Read(Environment.CurrentDirectory);
        if (file.Uninstall(name)) return 0;
        var near = NearestNames.To(name, file.EditablePackages.Keys);
        throw new UserError($"{name} is not installed in {Environment.CurrentDirectory}.{(near.Count > 0 ? $" Nearest: {string.Join(", ", near)}" : " See belay list.")}");
    }
}
