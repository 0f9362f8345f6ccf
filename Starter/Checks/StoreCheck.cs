using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Starter.Checks;

/// <summary>Looks whether objects can be put into the bucket, read and deleted again.</summary>
internal static class StoreCheck
{
    private const string What = "object store";

    public static async Task<Finding> BucketAsync(ProductConfiguration configuration, CancellationToken cancellationToken)
    {
        var place = $"s3://{configuration.Worker.S3!.Bucket}";
        var key = $"doctor/{Guid.NewGuid():N}.txt";
        try
        {
            var store = StoreAccess.Open(configuration);
            await store.PutAsync(key, "probe"u8.ToArray(), new ObjectTags("probe"), cancellationToken);
            var found = await store.ReadAsync(key, cancellationToken);
            await store.DeleteAsync(key, cancellationToken);
            return found.Object.Tags.Fingerprint == "probe"
                ? new Finding(What, true, true, place)
                : new Finding(What, false, true, $"{place} does not keep the metadata of objects: use a service that speaks as S3 does");
        }
        catch (Exception failure) when (failure is ObjectStoreException or ObjectMissingException)
        {
            return new Finding(
                What, false, true,
                failure.Message.Replace(" 'starter doctor' checks the bucket.", "", StringComparison.Ordinal)
                    + $" The bucket must be there (aws s3 mb {place} makes it), and the credentials allow s3:GetObject, PutObject, "
                    + "DeleteObject and ListBucket.");
        }
    }
}
