using System.Collections.Generic;

namespace Temporalio.ServiceGenerator;

/// <summary>The service of a .proto file.</summary>
internal sealed class ProtoService
{
    public ProtoService(string package, string name, IReadOnlyList<ProtoMethod> methods)
    {
        Package = package;
        Name = name;
        Methods = methods;
    }

    public string Package { get; }

    public string Name { get; }

    public string FullName => Package + "." + Name;

    /// <summary>Name of the class to generate.</summary>
    public string ClassName => Name.EndsWith("Service", System.StringComparison.Ordinal) ? Name : Name + "Service";

    public IReadOnlyList<ProtoMethod> Methods { get; }
}
