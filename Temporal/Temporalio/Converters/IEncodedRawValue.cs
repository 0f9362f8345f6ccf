namespace Temporalio.Converters;

/// <summary>A value that was neither decoded nor converted yet.</summary>
public interface IEncodedRawValue : IRawValue
{
    /// <summary>Decodes and converts it.</summary>
    Task<T> ToValueAsync<T>();
}
