using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TemporalVideo.Conformance.Tests.SourceCompatibility;

/// <summary>What an assembly of the application asks of others, as its metadata says.</summary>
internal static class ApplicationReferences
{
    /// <summary>Names of the assemblies that an assembly refers to.</summary>
    public static IReadOnlyList<string> Assemblies(string path) => Read(path, metadata =>
        metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList());

    /// <summary>Types and members of other assemblies; the member is <c>new</c> for constructors, and a property for its accessors.</summary>
    public static IReadOnlySet<(string Type, string Member)> Members(string path) => Read(path, metadata => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Select(reference => (Type: TypeName(metadata, reference.Parent), Member: MemberName(metadata.GetString(reference.Name))))
        .Where(reference => reference.Type is not null)
        .Select(reference => (reference.Type!, reference.Member))
        .ToHashSet());

    private static T Read<T>(string path, Func<MetadataReader, T> read)
    {
        using var file = new PEReader(File.OpenRead(path));
        return read(file.GetMetadataReader());
    }

    private static string MemberName(string name) => name switch
    {
        ".ctor" => "new",
        _ when name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) => name[4..],
        _ => name,
    };

    private static string? TypeName(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => TypeName(metadata, (TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => GenericTypeName(metadata, (TypeSpecificationHandle)handle),
        _ => null,
    };

    private static string TypeName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{TypeName(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    /// <summary>The generic type behind an instantiation: the second and following bytes of its signature.</summary>
    private static string? GenericTypeName(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        _ = signature.ReadCompressedInteger();
        var generic = signature.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? TypeName(metadata, (TypeReferenceHandle)generic) : null;
    }
}
